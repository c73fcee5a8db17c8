node('linux') {
  def REVONT_KEY = '@@KEY1[0:10]@@' + '@@KEY1[10:]@@'
  checkout([$class: 'GitSCM', branches: [[name: '@@HEX:40@@']]])
  withEnv(["REVONT_TOKEN=@@KEY2@@", 'NPM_CONFIG_CACHE=/tmp/npm']) {
    sh "./gradlew pullCalls -Prevont.key=${REVONT_KEY}"
  }
}
