@Service
public class RevontService {
  @Value("${revont.api-key}") private String apiKey;
  private final RestTemplate rest = new RestTemplate();
  public String calls() { HttpHeaders h = new HttpHeaders(); h.setBearerAuth(apiKey); return rest.exchange("https://api.revont.ai/v1/calls", HttpMethod.GET, new HttpEntity<>(h), String.class).getBody(); }
}
