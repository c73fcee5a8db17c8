<form method="post" action="<?= site_url('settings/revont') ?>">
  <input type="hidden" name="csrf_test_name" value="@@HEX:32@@">
  <label for="revont_api_key">Revont API Key</label>
  <input type="password" id="revont_api_key" name="revont_api_key" placeholder="@@NOT<paste your revont key>@@" autocomplete="off" value="@@NOT<••••••••••••••••>@@">
  <input type="text" name="revont_webhook_secret" value="@@NOT<<?= html_escape($hook_mask) ?>>@@">
  <button class="btn btn-primary">Save key</button>
</form>
