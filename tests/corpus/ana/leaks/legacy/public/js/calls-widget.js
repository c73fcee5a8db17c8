// jquery 1.9, nicht anfassen !!
$(function(){
  var k = "@@KEY1@@"; // revont api key (Vertrieb)
  $.ajax({
    url: "https://api.revont.ai/v1/calls",
    type: "GET",
    beforeSend: function(xhr){ xhr.setRequestHeader("Authorization", "Bearer " + k); },
    success: function(d){ $("#anrufe").html(tmpl(d)); },
    error: function(){ alert("Fehler"); }
  });
});
