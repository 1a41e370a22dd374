import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { TooLargeError } from './app-error'
import { checkRequestOrigin } from './check-request-origin'
import { decodeCursor, encodeCursor, pageQuerySchema } from './paging'
import { toProblemResponse } from './problem-details'
import { readBody, readJsonBody } from './read-body'
import { contentSecurityPolicy, stripInternalHeaders } from './security-headers'

const appOrigin = 'https://headgate.example.com'
const request = (headers: Record<string, string>, method = 'POST') =>
  new Request(`${appOrigin}/api/v1/x`, { method, headers })

describe('the cross-site gate', () => {
  it.each([[{ origin: appOrigin }], [{ origin: appOrigin, 'sec-fetch-site': 'same-origin' }]])(
    'lets our own pages change things: %o',
    (headers) => {
      expect(() => checkRequestOrigin(request(headers), appOrigin)).not.toThrow()
    },
  )

  it.each([
    [{}],
    [{ origin: 'null' }],
    [{ origin: '' }],
    [{ origin: 'http://headgate.example.com' }],
    [{ origin: 'https://headgate.example.com:8443' }],
    [{ origin: 'https://evil.headgate.example.com' }],
    [{ origin: 'https://headgate.example.com.evil.org' }],
    [{ origin: 'https://headgate.example.com/' }],
    [{ origin: 'https://HEADGATE.example.com' }],
    [{ origin: `${appOrigin}, https://evil.org` }],
    [{ origin: appOrigin, 'sec-fetch-site': 'cross-site' }],
    [{ origin: appOrigin, 'sec-fetch-site': 'same-site' }],
    [{ origin: appOrigin, 'sec-fetch-site': 'none' }],
    [{ referer: `${appOrigin}/x` }],
  ])('refuses %o', (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(() => checkRequestOrigin(request(headers, method), appOrigin)).toThrow('did not come from this site')
    }
  })

  it('lets anybody read: reading is guarded by the session', () => {
    expect(() => checkRequestOrigin(request({}, 'GET'), appOrigin)).not.toThrow()
  })
})

describe('the body cap', () => {
  const stream = (chunks: number, bytes: number) => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === chunks) return controller.close()
        sent += 1
        controller.enqueue(new Uint8Array(bytes))
      },
    })
    const init = { method: 'POST', body, duplex: 'half' }
    return { request: new Request(appOrigin, init), sent: () => sent }
  }

  it('takes a body of exactly the cap', async () => {
    expect((await readBody(stream(4, 256).request, 1024)).length).toBe(1024)
  })

  it('stops reading soon after the cap, whatever length was declared or not', async () => {
    const endless = stream(Number.POSITIVE_INFINITY, 256)
    await expect(readBody(endless.request, 1024)).rejects.toBeInstanceOf(TooLargeError)
    expect(endless.sent()).toBeLessThan(10)
  })

  it('refuses a declared length beyond the cap without reading', async () => {
    const declared = new Request(appOrigin, { method: 'POST', body: 'x', headers: { 'content-length': '9999999' } })
    await expect(readBody(declared, 1024)).rejects.toMatchObject({ status: 413 })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json-seq'])(
    'refuses %s',
    async (type) => {
      const form = new Request(appOrigin, { method: 'POST', body: '{}', headers: { 'content-type': type } })
      await expect(readJsonBody(form)).rejects.toMatchObject({ status: 400 })
    },
  )

  it('parses JSON and refuses what is not', async () => {
    const send = (body: string) =>
      readJsonBody(
        new Request(appOrigin, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json; charset=utf-8' },
        }),
      )
    expect(await send('{"a":1}')).toEqual({ a: 1 })
    await expect(send('{"a":')).rejects.toMatchObject({ status: 400 })
  })
})

describe('problem details', () => {
  const place = { correlationId: 'c-0123456789', method: 'POST', route: '/x' }

  it('tell a refusal as it is', async () => {
    const response = toProblemResponse(new TooLargeError(2048), place)
    expect(response.status).toBe(413)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'too-large', correlationId: 'c-0123456789' })
  })

  it('keep a fault to themselves', async () => {
    const response = toProblemResponse(new Error('password=hunter2'), place)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('hunter2')
  })
})

describe('paging', () => {
  const shape = z.tuple([z.string(), z.number()])

  it('reads back its own cursor and takes any other for none', () => {
    expect(decodeCursor(shape, encodeCursor(['ünïcode', 5]))).toEqual(['ünïcode', 5])
    for (const cursor of ['', '!!', 'bm90IGpzb24', encodeCursor([1])]) expect(decodeCursor(shape, cursor)).toBeNull()
  })

  it('bounds the page size', () => {
    expect(pageQuerySchema.parse({ limit: '20' }).limit).toBe(20)
    expect(pageQuerySchema.safeParse({ limit: '100000' }).success).toBe(false)
  })
})

describe('the headers', () => {
  it('allow no script without the nonce in production', () => {
    const policy = contentSecurityPolicy('abc', false)
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).toMatch(/frame-ancestors 'none'/)
  })

  it('drop what only the framework or a proxy may say', () => {
    const sent = new Headers({
      'X-Middleware-Subrequest': 'proxy',
      'x-forwarded-host': 'evil',
      'x-nextjs-request-id': '1',
      accept: '*/*',
    })
    expect([...stripInternalHeaders(sent, false).keys()]).toEqual(['accept'])
    expect([...stripInternalHeaders(sent, true).keys()]).toEqual(['accept', 'x-nextjs-request-id'])
  })
})
