$(function () {
  $.ajax({
    url: "https://api.revont.ai/v1/calls",
    dataType: "json",
    beforeSend: function (xhr) { xhr.setRequestHeader("Authorization", "Bearer @@KEY1@@"); },
    success: function (d) { $("#calls").text(d.data.length + " Anrufe"); }
  });
});
