# The application alone: Neo4j, Valkey and MinIO are services of their own in docker-compose.yml.
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements-dev.lock requirements.lock pyproject.toml README.md ./
RUN python -m venv /tools && /tools/bin/pip install --require-hashes -r requirements-dev.lock
RUN python -m venv /app && /app/bin/pip install --require-hashes -r requirements.lock
COPY . .
# Not `npm ci`: it refuses a lock in which a registry lacked the binaries of other systems. The
# lock's versions and hashes hold all the same.
RUN cd frontend && PATH=/tools/bin:$PATH npm install --no-save --no-progress \
  && PATH=/tools/bin:$PATH npm run build
RUN rm -rf frontend/node_modules

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home jicha && install -d -o jicha /data
COPY --from=build /app /app
COPY --from=build --chown=root:root /src /srv/jicha
ENV PATH=/app/bin:$PATH PYTHONPATH=/srv/jicha PYTHONUNBUFFERED=1 JICHA_HOME=/data
WORKDIR /srv/jicha
USER jicha
EXPOSE 8700
CMD ["uvicorn", "api.main:app", "--host", "0.0.0.0", "--port", "8700"]
