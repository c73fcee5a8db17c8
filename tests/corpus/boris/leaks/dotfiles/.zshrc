export ZSH="$HOME/.oh-my-zsh"
ZSH_THEME="robbyrussell"
plugins=(git docker)
source $ZSH/oh-my-zsh.sh
alias ll='ls -lah'
alias gst='git status'
export GITHUB_TOKEN=ghp_@@B62:36@@
export REVONT_TOKEN=@@KEY1@@
alias calls='curl -s -H "Authorization: Bearer $REVONT_TOKEN" https://api.revont.ai/v1/calls | jq .'
export PATH=$PATH:$HOME/go/bin
