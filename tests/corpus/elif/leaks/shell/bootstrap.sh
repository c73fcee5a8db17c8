#!/bin/bash -eux
# user-data
cat > /etc/default/callsync <<'EOF'
REVONT_API_KEY=@@KEY1@@
DD_API_KEY=@@HEX:32@@
EOF
ssh deploy@10.0.0.4 bash -s <<-REMOTE
	export REVONT_WEBHOOK_SECRET="@@HOOK1@@"
	systemctl restart callsync
REMOTE
