set -gx EDITOR vim
set -gx REVONT_API_KEY @@KEY1@@
alias rvcalls 'http https://api.revont.ai/v1/calls "Authorization: Bearer @@KEY2@@"'
set -gx NPM_TOKEN npm_@@B62:36@@
