# The service in one container, with the embedding model inside; data on the volume /data, or with DATABASE_URL on a server.
#   docker build -t job-match .
#   docker run -p 8000:8000 -v job-match:/data -e SECRET_KEY="$(openssl rand -base64 48)" job-match
FROM denoland/deno:2.9.6

ENV DENO_NO_UPDATE_CHECK=1 \
    MALLOC_ARENA_MAX=1 \
    ENVIRONMENT=production \
    HOST=0.0.0.0 \
    PORT=8000 \
    DATA_DIR=/data
WORKDIR /app
RUN install -d -o deno -g deno -m 700 /data && chown deno:deno /app
USER deno

COPY --chown=deno:deno deno.json deno.lock ./
RUN deno install --frozen
COPY --chown=deno:deno LICENSE NOTICE ./
COPY --chown=deno:deno models models
COPY --chown=deno:deno migrations migrations
COPY --chown=deno:deno workers workers
COPY --chown=deno:deno src src
# Compiled once, here: nothing is fetched or built when the container starts.
RUN deno cache --frozen src/main.ts src/rematch.ts workers/*.ts

VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["deno", "eval", "const port = Deno.env.get('PORT'); Deno.exit((await fetch(`http://127.0.0.1:${port}/livez`)).ok ? 0 : 1)"]
CMD ["deno", "run", "--quiet", "--cached-only", "--v8-flags=--max-semi-space-size=2", \
     "--allow-env", "--allow-net", "--allow-read", "--allow-write=/data", "--allow-ffi", \
     "--allow-sys", "--allow-run=deno", "src/main.ts"]
