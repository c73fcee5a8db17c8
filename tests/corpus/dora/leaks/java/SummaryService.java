@Service
public class SummaryService {
	private final RestTemplate rest = new RestTemplate();

	@Value("${revont.api-key:@@KEY1@@}")
	private String apiKey;

	public String load(String id) {
		HttpHeaders h = new HttpHeaders();
		h.setBearerAuth(apiKey);
		return rest.exchange("https://api.revont.ai/v1/summaries?call=" + id, HttpMethod.GET, new HttpEntity<>(h), String.class).getBody();
	}
}
