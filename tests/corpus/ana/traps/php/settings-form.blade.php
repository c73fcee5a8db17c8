<form method="post" action="/settings/revont">
  <input type="hidden" name="_token" value="@@B62:40@@">
  <label for="revont_api_key">@@NOT<Revont API key>@@</label>
  <input id="revont_api_key" name="revont_api_key" type="password" value="@@NOT<{{ old('revont_api_key', Str::mask($key, '*', 0, -4)) }}>@@" placeholder="@@NOT<Paste your API key>@@" autocomplete="off">
  <small>Aktueller Schlüssel: @@NOT<••••••••••••••••a91c>@@</small>
</form>
