const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/**
 * Runs `cleanUp` once and ends the process: at Ctrl-C and the like, or when the returned function is called.
 * @returns {(exitCode: number) => Promise<never>}
 */
export function stopOnSignals(cleanUp) {
  let ending
  const end = (exitCode) => {
    ending ??= cleanUp().then(
      () => process.exit(exitCode),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
    return ending
  }
  for (const [signal, code] of Object.entries(EXIT_CODES)) process.on(signal, () => void end(code))
  return end
}
