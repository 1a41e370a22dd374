/** @type {import('next').NextConfig} */
const config = {
  // Only container images want the traced copy; `next start` refuses to serve it.
  ...(process.env.BUILD_STANDALONE === '1' && {
    output: 'standalone',
    // The worker runs from the image too, and tracing follows no native library.
    outputFileTracingIncludes: { '/*': ['./node_modules/@duckdb/node-bindings-*/**'] },
  }),
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // proxy.ts hands bodies on, and cuts them here without a word: a source sample of 8 MiB is twice that as JSON.
  experimental: { proxyClientMaxBodySize: '17mb' },
  serverExternalPackages: [
    '@duckdb/node-api',
    '@duckdb/node-bindings',
    '@node-rs/argon2',
    'pg-boss',
    'libsodium-wrappers',
    'pino',
  ],
}

export default config
