import { describe, expect, it } from 'vitest'
import { judgeAddress, parseAllowedRanges } from './guard-address'
import { guardUrl } from './guard-url'
import { AddressRefusedError } from './transport-errors'

describe('judgeAddress', () => {
  const cases: [string, string][] = [
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['127.0.0.1', 'refused'],
    ['127.255.255.254', 'refused'],
    ['0.0.0.0', 'refused'],
    ['10.1.2.3', 'refused'],
    ['172.31.0.1', 'refused'],
    ['192.168.1.1', 'refused'],
    ['169.254.169.254', 'refused'],
    ['168.63.129.16', 'refused'],
    ['100.64.0.1', 'refused'],
    ['198.18.0.1', 'refused'],
    ['224.0.0.1', 'refused'],
    ['255.255.255.255', 'refused'],
    ['::1', 'refused'],
    ['::', 'refused'],
    ['::ffff:127.0.0.1', 'refused'],
    ['::ffff:a00:1', 'refused'],
    ['::127.0.0.1', 'refused'],
    ['64:ff9b::7f00:1', 'refused'],
    ['2002:7f00:1::', 'refused'],
    ['2001:0:1::', 'refused'],
    ['fd00::1', 'refused'],
    ['fe80::1', 'refused'],
    ['fec0::1', 'refused'],
    ['not an address', 'refused'],
  ]
  it.each(cases)('finds %s %s', (address, verdict) => {
    expect(judgeAddress(address, [])).toBe(verdict)
  })

  it('allows exactly the ranges the operator names, in every spelling that reaches them', () => {
    const allowed = parseAllowedRanges(['127.0.0.0/8', ' fd00::/8 '])
    expect(judgeAddress('127.0.0.1', allowed)).toBe('allowed-private')
    expect(judgeAddress('::ffff:127.0.0.1', allowed)).toBe('allowed-private')
    expect(judgeAddress('fd12::1', allowed)).toBe('allowed-private')
    expect(judgeAddress('10.0.0.1', allowed)).toBe('refused')
    expect(judgeAddress('::1', allowed)).toBe('refused')
  })

  it('refuses a range that is none', () => {
    expect(() => parseAllowedRanges(['localhost'])).toThrow(AddressRefusedError)
  })
})

describe('guardUrl', () => {
  const loopback =
    'localhost.x127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 0.0.0.0 0 [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:1] [::] 127.0.0.1. ①②⑦.⓪.⓪.① 127。0。0。1 127.255.255.254 user@127.0.0.1 example.com@127.0.0.1'
      .split(' ')
      .slice(1)
  it.each(loopback)('refuses %s', (host) => {
    expect(() => guardUrl(`https://${host}/`, [])).toThrow(AddressRefusedError)
  })

  it('refuses other schemes, credentials and public addresses without encryption', () => {
    for (const address of [
      'file:///etc/passwd',
      'ftp://example.com',
      'https://key:secret@example.com',
      'http://8.8.8.8/',
      'nonsense',
    ]) {
      expect(() => guardUrl(address, [])).toThrow(AddressRefusedError)
    }
  })

  it('lets names through to be judged when they resolve', () => {
    expect(guardUrl('https://api.example.com/v1', []).hostname).toBe('api.example.com')
  })
})
