$(function () {
  var csrf = "@@B64:44@@";
  $.ajax({
    url: "/proxy/api.revont.ai/v1/calls",
    dataType: "json",
    beforeSend: function (xhr) { xhr.setRequestHeader("X-CSRF-Token", csrf); xhr.setRequestHeader("Authorization", "Bearer " + sessionStorage.getItem("@@NOT<revont_token>@@")); },
    success: function (d) { $("#calls").text(d.data.length + " Anrufe"); }
  });
});
