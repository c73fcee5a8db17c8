#!/usr/bin/env bash
install -d -m 750 /etc/rv
cat > /etc/rv/env <<-'EOF'
	REVONT_API_KEY=@@KEY1@@
	REVONT_SIGNING_SECRET="@@HOOK1@@"
	PEPPER=@@HEX:32@@
EOF
ssh app@10.2.0.9 "REVONT_API_KEY='@@KEY1@@' nohup ./agent &"
