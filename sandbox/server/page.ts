import { presentState } from '@/sandbox/commands/present-state'
import type { Sandbox } from '@/sandbox/sandbox'
import type { LogEntry } from '@/sandbox/state/world'

const RECENT = 15

/** Gives the sandbox's own page: what it holds, what happened last, and a button for each thing one does by hand. */
export function renderPage(sandbox: Sandbox): string {
  const state = presentState(sandbox)
  const recent = sandbox.world.log.slice(-RECENT).reverse()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox: ${escapeHtml(state.account)}</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); vertical-align: top }
button { font: inherit; padding: .3rem .8rem; margin-right: .4rem }
code { font-size: .9em; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>Sandbox: ${escapeHtml(state.account)}</h1>
<p>A local stand-in for the service. Time here: <time datetime="${state.now}">${state.now}</time>. Destination: ${state.warehouse}.</p>
<p>
${button('/sandbox/scenario/step', {}, 'Play next step')}
${button('/sandbox/clock', { advanceMs: 21_600_000 }, 'Advance clock 6 hours')}
${button('/sandbox/reset', {}, 'Reset to start')}
</p>
<p id="answer" role="status" aria-live="polite"></p>
<h2>Timeline</h2>
<ol>${state.scenario.steps.map((step) => `<li>${escapeHtml(step.title)}${step.played ? ' (played)' : ''}</li>`).join('')}</ol>
<h2>Connections</h2>
<table>
<thead><tr><th scope="col">Connection</th><th scope="col">Service</th><th scope="col">State</th><th scope="col">Last success</th><th scope="col">Tables</th><th scope="col">Action</th></tr></thead>
<tbody>${state.connections.map(connectionRow).join('')}</tbody>
</table>
<h2>Webhooks</h2>
<ul>${sandbox.world.webhooks.map((webhook) => `<li>${escapeHtml(webhook.url)} (${webhook.active ? 'active' : 'switched off'})</li>`).join('') || '<li>None is registered.</li>'}</ul>
<h2>Faults</h2>
<ul>${
    faultLines(sandbox)
      .map((line) => `<li>${escapeHtml(line)}</li>`)
      .join('') || '<li>None is dialled in.</li>'
  }</ul>
<h2>Latest changes</h2>
<table>
<thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Request</th><th scope="col">Effect</th></tr></thead>
<tbody>${recent.map(logRow).join('') || '<tr><td colspan="5">Nothing has changed yet.</td></tr>'}</tbody>
</table>
</main>
<script>
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-path]')
  if (!button) return
  const answer = document.getElementById('answer')
  button.disabled = true
  answer.textContent = 'Working…'
  const response = await fetch(button.dataset.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: button.dataset.body })
  const body = await response.json()
  if (response.ok) location.reload()
  else { answer.textContent = body.message; button.disabled = false }
})
</script>
</body>
</html>`
}

function faultLines(sandbox: Sandbox): string[] {
  const { faults, webhookFaults } = sandbox.world
  const requests = faults.map(
    ({ kind, route, rate, hits }) => `${kind} on ${route}, rate ${rate}, struck ${hits} times`,
  )
  return webhookFaults ? [...requests, `webhooks: ${JSON.stringify(webhookFaults)}`] : requests
}

function connectionRow(connection: ReturnType<typeof presentState>['connections'][number]): string {
  const state = connection.paused ? 'paused' : connection.syncing ? 'syncing' : connection.setupState
  const path = `/sandbox/connections/${encodeURIComponent(connection.id)}/sync`
  return `<tr><th scope="row">${escapeHtml(connection.id)}<br><code>${escapeHtml(connection.schema)}</code></th><td>${escapeHtml(connection.service)}</td>
<td>${state}</td><td>${connection.succeededAt ?? 'never'}</td><td>${connection.tables}</td>
<td>${button(path, {}, 'Sync', `Sync ${connection.id}`)}</td></tr>`
}

function logRow(entry: LogEntry): string {
  return `<tr><td>${entry.seq}</td><td>${entry.at}</td><td>${escapeHtml(entry.actor)}</td>
<td><code>${escapeHtml(`${entry.method} ${entry.path}`)}</code></td><td>${entry.effect.map(escapeHtml).join('<br>') || 'nothing'}</td></tr>`
}

function button(path: string, body: object, label: string, name = label): string {
  const data = escapeHtml(JSON.stringify(body))
  return `<button type="button" data-path="${escapeHtml(path)}" data-body="${data}" aria-label="${escapeHtml(name)}">${escapeHtml(label)}</button>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
