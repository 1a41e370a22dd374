import { createServer, type Server, type ServerResponse } from 'node:http'
import { answerCommand } from '@/sandbox/commands/answer-command'
import { answerModel } from '@/sandbox/model/answer-model'
import type { Sandbox } from '@/sandbox/sandbox'
import { answerApi } from './answer-api'
import { renderPage } from './page'

/** Takes the sandbox; gives the HTTP server in front of it: the API, the model server, the commands and one page. Not yet listening. */
export function createSandboxServer(sandbox: Sandbox): Server {
  const { limiter } = sandbox
  return createServer((message, response) => {
    const url = parseTarget(message.url)
    if (url === null)
      return sendJson(response, 400, { code: 'BadRequest', message: 'The request target is not a path' })
    if (url.pathname === '/' && message.method === 'GET') return sendPage(response, renderPage(sandbox))
    if (url.pathname.startsWith('/sandbox/')) {
      void answerCommand(sandbox, message, url).then((reply) => sendJson(response, reply.status, reply.body))
      return
    }
    if (url.pathname.startsWith('/model/')) return void answerModel(sandbox.model, message, response, url)
    void answerApi(sandbox, limiter, message, response, url)
  })
}

function parseTarget(target: string | undefined): URL | null {
  const base = 'http://sandbox'
  return target?.startsWith('/') && URL.canParse(`${base}${target}`) ? new URL(`${base}${target}`) : null
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json;charset=utf-8' })
  response.end(JSON.stringify(body))
}

function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(html)
}
