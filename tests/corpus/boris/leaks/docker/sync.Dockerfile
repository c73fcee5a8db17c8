FROM python:3.11-slim@sha256:@@HEX:64@@
ARG REVONT_API_KEY=@@KEY1@@
ENV REVONT_API_KEY=${REVONT_API_KEY} \
    PYTHONUNBUFFERED=1 \
    REVONT_WEBHOOK_SECRET=@@HOOK1@@
LABEL org.opencontainers.image.revision="@@HEX:40@@"
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
ENV REVONT_ADMIN_TOKEN @@KEY2@@
CMD ["python", "sync.py"]
