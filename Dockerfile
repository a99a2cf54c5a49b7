# Built by docker, podman and buildah alike: docker build -t motcua .
# BASE may be any Debian-like image with Python 3.11 or newer, for where Docker Hub cannot be reached.
ARG BASE=docker.io/library/python:3.12-slim-bookworm

FROM ${BASE} AS build
ENV UV_PROJECT_ENVIRONMENT=/opt/motcua \
    UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never
RUN python3 -m venv /opt/uv && /opt/uv/bin/pip install --no-cache-dir uv==0.13.9
WORKDIR /src
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN /opt/uv/bin/uv sync --frozen --no-cache --no-default-groups --no-install-project
COPY motcua motcua
COPY bot bot
COPY handlers handlers
COPY knowledge knowledge
COPY storage storage
# Tests, sources in C and other languages' words are of no use at run time: some 50 MB.
RUN /opt/uv/bin/uv sync --frozen --no-cache --no-default-groups --no-editable \
    && find /opt/motcua -type d -name tests -prune -exec rm -r {} + \
    && find /opt/motcua -type f -regex '.*[.]\(c\|cpp\|h\|hpp\|pxd\|pyi\|pyx\)' -delete \
    && find /opt/motcua/lib/python3*/site-packages/babel/locale-data -type f \
        ! -regex '.*/\(root\|vi\|en\)\(_.*\)?[.]dat' -delete

FROM ${BASE}
RUN groupadd --system --gid 10001 motcua \
    && useradd --system --uid 10001 --gid motcua --home-dir /data --no-create-home motcua \
    && install --directory --owner=motcua --group=motcua --mode=0750 /data
COPY --from=build /opt/motcua /opt/motcua
ENV PATH=/opt/motcua/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MOTCUA_DATA_DIR=/data \
    MOTCUA_HOST=0.0.0.0 \
    MOTCUA_LOG_FORMAT=json
# Nothing outside this folder is written: the root may be read-only.
VOLUME /data
WORKDIR /data
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["motcua", "health"]
ENTRYPOINT ["motcua"]
CMD ["run"]
