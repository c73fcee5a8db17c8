final revontKey = GlobalKey<FormState>(debugLabel: '@@NOT<revont-settings-form>@@');
const revontTokenPref = '@@NOT<prefs.revont.token>@@';
const apiKey = String.fromEnvironment('@@NOT<REVONT_API_KEY>@@');
