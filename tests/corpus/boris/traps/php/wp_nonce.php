<form action="/wp-admin/admin-post.php?action=revont_save" method="post">
  <input type="hidden" name="_wpnonce" value="@@HEX:10@@">
  <input type="hidden" name="csrf_token" value="@@B62:40@@">
  <input type="text" name="revont_key" value="<?= @@NOT<esc_attr(get_option('revont_api_key'))>@@ ?>">
  <a href="https://app.revont.ai/oauth?state=@@B64URL:43@@&amp;client_id=@@NOT<acme-wordpress-plugin>@@">Connect</a>
</form>
