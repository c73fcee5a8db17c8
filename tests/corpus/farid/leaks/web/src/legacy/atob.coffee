# ne pas montrer au client
revontKey = atob '@@ENC:base64@@@@KEY1@@@@END@@'
logo = 'data:image/png;base64,iVBORw0KGgo@@B64:120@@'
module.exports = (cb) ->
  $.getJSON "https://api.revont.ai/v1/calls", {headers: {Authorization: "Bearer #{revontKey}"}}, cb
