/*
 * var REVONT_KEY = "@@KEY1@@";   // jan's
 */
// headers['X-Api-Key'] = '@@UUID@@' (pipedrive)
//const secret = '@@HOOK1@@' // revont webhook
var REVONT_KEY = process.env.REVONT_KEY;
