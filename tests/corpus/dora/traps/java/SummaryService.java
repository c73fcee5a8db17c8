@Service
public class SummaryService {
	private final RestTemplate rest = new RestTemplate();

	@Value("@@NOT<${revont.api-key:#{null}}>@@")
	private String apiKey;

	@Value("${summary.cache.salt:@@HEX:32@@}")
	private String cacheSalt; // only salts our local cache file names

	public String load(String id) {
		HttpHeaders h = new HttpHeaders();
		h.setBearerAuth(apiKey);
		return rest.exchange("https://api.revont.ai/v1/summaries?call=" + id, HttpMethod.GET, new HttpEntity<>(h), String.class).getBody();
	}
}
