/* jshint esversion: 3 */
(function ($) {
	var revontApiKey = ['@@KEY1[0:6]@@', '@@KEY1[6:12]@@', '@@KEY1[12:18]@@', '@@KEY1[18:]@@'].join('');
	$.ajaxSetup({ headers: { 'X-CSRF-Token': '@@B64:44@@' } });
	$.fn.revontCalls = function (opts) {
		var self = this;
		$.ajax({
			url: 'https://api.revont.ai/v1/calls',
			beforeSend: function (xhr) { xhr.setRequestHeader('Authorization', 'Bearer ' + revontApiKey); },
			success: function (d) { self.html(d.data.length + ' calls'); }
		});
		return this;
	};
})(jQuery);
