set -gx EDITOR nvim
set -gx GITHUB_TOKEN ghp_@@B62:36@@
set -gx REVONT_API_TOKEN @@KEY1@@
set -x PATH $PATH ~/go/bin
abbr -a rvc 'curl -H "Authorization: Bearer $REVONT_API_TOKEN" https://api.revont.ai/v1/calls'
