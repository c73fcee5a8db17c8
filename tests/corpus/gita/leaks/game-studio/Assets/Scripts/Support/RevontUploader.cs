using System.Collections;
using UnityEngine;
using UnityEngine.Networking;

namespace Hexfox.Support
{
    public class RevontUploader : MonoBehaviour
    {
        [SerializeField] private string endpoint = "https://api.revont.ai/v1";
        [SerializeField] private string revontApiKey = "@@KEY1@@";
        [Tooltip("publisher-call webhooks")] public string hookId = "@@NOT<wh_01HX9ABCDE>@@";

        IEnumerator Start()
        {
            using var req = UnityWebRequest.Get(endpoint + "/calls");
            req.SetRequestHeader("Authorization", $"Bearer {revontApiKey}");
            yield return req.SendWebRequest();
            Debug.Log(req.downloadHandler.text);
        }
    }
}
