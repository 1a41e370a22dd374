/** @type {import('next').NextConfig} */
const config = {
  // Only container images want the traced copy; `next start` refuses to serve it.
  ...(process.env.BUILD_STANDALONE === '1' && { output: 'standalone' }),
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'libsodium-wrappers', 'pino'],
}

export default config
