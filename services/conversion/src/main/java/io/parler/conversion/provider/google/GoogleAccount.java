package io.parler.conversion.provider.google;

import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.Http;
import io.parler.conversion.provider.Key;
import io.parler.conversion.voice.LatelyAsked;
import io.parler.conversion.voice.VoiceServices;
import java.net.http.HttpRequest;
import java.time.InstantSource;

/// Google Cloud Text-to-Speech (REST, v1), and who we are there.
public record GoogleAccount(BaseUrl url, Key key) {
    static final String SERVICE = "google";
    public static final BaseUrl PUBLIC = new BaseUrl("https://texttospeech.googleapis.com/v1");

    public VoiceServices.Service service(Http http, InstantSource clock) {
        return new VoiceServices.Service(
                SERVICE,
                new GoogleVoice(http, this),
                new LatelyAsked<>(new GoogleVoices(http, this)::ask, clock));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.at(path)).header("x-goog-api-key", key.value());
    }
}
