// Preloaded into every server that processes.mjs starts: when the starter is gone, even by kill -9, the channel to it
// closes and the server stops too, rather than keep its port.
const GRACE_MS = 12_000

if (process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref() // listening must not keep a finished program alive
}
