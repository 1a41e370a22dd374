// Preloaded into every server that processes.mjs starts: when the starter is gone, even by kill -9, the channel to it
// closes and the server stops too, rather than keep its port.
const GRACE_MS = 12_000

// A server may fork servers of its own and close its channel to them; those are its business, not ours.
if (process.channel && process.ppid === Number(process.env.HEADGATE_STARTER_PID)) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref() // listening must not keep a finished program alive
}
