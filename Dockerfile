# Satu citra untuk web, worker, beat, dan migrasi; perintahnya di docker-compose.yml.

FROM node:22-slim AS halaman
WORKDIR /bangun
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund

FROM python:3.11-slim AS paket
WORKDIR /bangun
COPY requirements.in requirements.lock ./
# Hanya paket bagian "Jalan" dari requirements.in, dengan versi dari kunci.
RUN python -m venv /opt/venv \
    && sed '/^# Hanya untuk mesin pengembang/,$d' requirements.in > jalan.in \
    && /opt/venv/bin/pip install --no-cache-dir -r jalan.in -c requirements.lock

FROM python:3.11-slim
# postgresql-client-18: pg_dump dan pg_restore bagi cadangkan dan pulihkan, tidak lebih lama daripada peladennya.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig \
        ca-certificates postgresql-common \
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install -y --no-install-recommends postgresql-client-18 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /home/portal portal \
    && install -d -o portal -g portal /data /data/dokumen
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DOKUMEN_DIR=/data/dokumen
WORKDIR /portal
COPY --from=paket /opt/venv /opt/venv
COPY --from=halaman /bangun/node_modules node_modules
COPY . .
# Rahasia ini hanya ada selama langkah ini dan tidak menandatangani apa pun.
RUN SECRET_KEY=hanya-saat-membangun python manage.py collectstatic --noinput \
    && chmod -R a+rX /portal
USER portal
EXPOSE 8000
VOLUME /data/dokumen
HEALTHCHECK --interval=15s --timeout=10s --start-period=40s --retries=4 CMD ["python", "-m", "bkd_portal.lokal.sehat", "web"]
CMD ["gunicorn", "bkd_portal.wsgi", "--preload", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--timeout", "60", "--no-control-socket"]
