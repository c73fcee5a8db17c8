class RevontKey {
  static const apiKey = @@NOT<String.fromEnvironment('REVONT_API_KEY')>@@;
  static const prefsKey = '@@NOT<flutter.revont.api_key>@@';
  static const demo = '@@NOT<this-is-not-a-real-revont-key>@@';
  static const heroTag = 'revont-'
      '@@UUID@@';
}
