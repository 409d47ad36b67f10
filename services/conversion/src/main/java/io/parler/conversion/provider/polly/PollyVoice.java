package io.parler.conversion.provider.polly;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudio;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Mark;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.SpeechMarkType;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechResponse;
import software.amazon.awssdk.services.polly.model.TextType;

/// Amazon Polly, one call at a time.
public final class PollyVoice implements Voice {
    /// Throttled is 400 here, not 429: Polly's own code says which (Polly, "Common Errors").
    private static final Set<String> THROTTLED =
            Set.of("ThrottlingException", "Throttling", "TooManyRequestsException");

    /// A role or a clock that is wrong, not a text: nothing the user could change.
    private static final Set<String> OURS =
            Set.of(
                    "AccessDeniedException",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "InvalidSignatureException",
                    "MissingAuthenticationTokenException",
                    "OptInRequired",
                    "RequestExpired",
                    "UnrecognizedClientException");

    private final PollyClient polly;

    public PollyVoice(PollyClient polly) {
        this.polly = polly;
    }

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        SynthesizeSpeechRequest request =
                request(utterance, voice)
                        .outputFormat(OutputFormat.MP3)
                        .sampleRate(Integer.toString(voice.engine().sampleRate()))
                        .build();
        return call(
                request,
                body -> {
                    try {
                        return Sound.of(Mp3.of(body));
                    } catch (UnreadableAudio e) {
                        throw new Unreadable("no MP3 came");
                    }
                });
    }

    /// Polly tells the times of words in a second call, billed like the first.
    @Override
    public Answer<List<Mark>> marks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        SynthesizeSpeechRequest request =
                request(utterance, voice)
                        .outputFormat(OutputFormat.JSON)
                        .speechMarkTypes(SpeechMarkType.WORD)
                        .build();
        return call(
                request,
                body -> {
                    try {
                        return PollyMarks.read(body, utterance.input());
                    } catch (JacksonException e) {
                        throw new Unreadable("no speech marks came");
                    }
                });
    }

    /// What came is not what was asked for.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(byte[] body) throws Unreadable;
    }

    private <T> Answer<T> call(SynthesizeSpeechRequest request, Reading<T> reading)
            throws InterruptedException {
        try {
            return given(polly.synthesizeSpeech(request, ResponseTransformer.toBytes()), reading);
        } catch (AbortedException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (AwsServiceException e) {
            return refused(e);
        } catch (SdkClientException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            return new Answer.Busy<>(e.toString());
        }
    }

    private static SynthesizeSpeechRequest.Builder request(
            Utterance utterance, VoiceProfile voice) {
        return SynthesizeSpeechRequest.builder()
                .text(utterance.input())
                .textType(
                        switch (utterance.form()) {
                            case TEXT -> TextType.TEXT;
                            case SSML -> TextType.SSML;
                        })
                .voiceId(voice.id().name())
                .engine(voice.engine().id());
    }

    private static <T> Answer<T> given(
            ResponseBytes<SynthesizeSpeechResponse> answer, Reading<T> reading) {
        byte[] body = answer.asByteArrayUnsafe();
        boolean cut =
                answer.response()
                        .sdkHttpResponse()
                        .firstMatchingHeader("Content-Length")
                        .filter(length -> Long.parseLong(length) != body.length)
                        .isPresent();
        if (cut) {
            return new Answer.Busy<>("the answer was cut off");
        }
        try {
            return new Answer.Given<>(reading.of(body), answer.response().requestCharacters());
        } catch (Unreadable e) {
            return new Answer.Busy<>(String.valueOf(e.getMessage()));
        }
    }

    private static <T> Answer<T> refused(AwsServiceException e) {
        String code = errorCode(e);
        if (THROTTLED.contains(code) || e.statusCode() == 429 || e.statusCode() >= 500) {
            return new Answer.Busy<>(e.statusCode() + " " + code);
        }
        if (e.statusCode() != 400 || code.isEmpty() || OURS.contains(code)) {
            throw e;
        }
        return new Answer.Refused<>(
                switch (code) {
                    case "TextLengthExceededException" -> Answer.Reason.TEXT_TOO_LONG;
                    case "InvalidSsmlException", "SsmlMarksNotSupportedForTextTypeException" ->
                            Answer.Reason.MARKUP_REJECTED;
                    case "EngineNotSupportedException", "LanguageNotSupportedException" ->
                            Answer.Reason.VOICE_UNKNOWN;
                    default -> Answer.Reason.TEXT_REJECTED;
                });
    }

    /// Empty where the answer has none: a load balancer, not Polly, has sent it.
    private static String errorCode(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    }
}
