package io.parler.conversion.provider.polly;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudioException;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
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
public final class PollySynthesizer implements SpeechSynthesizer {
    /// Throttled is 400 here, not 429: Polly's own code says which (Polly, "Common Errors").
    private static final Set<String> THROTTLED =
            Set.of("ThrottlingException", "Throttling", "TooManyRequestsException");

    /// A role or a clock that is wrong, not a text: nothing the user could change.
    private static final Set<String> CONFIGURATION_ERRORS =
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

    public PollySynthesizer(PollyClient polly) {
        this.polly = polly;
    }

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
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
                        return SynthesizedSpeech.of(Mp3.of(body));
                    } catch (UnreadableAudioException e) {
                        throw new UnreadableBody("no MP3 came");
                    }
                });
    }

    /// Polly tells the times of words in a second call, billed like the first.
    @Override
    public CallResult<List<SpeechMark>> speechMarks(Utterance utterance, VoiceProfile voice)
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
                        return PollySpeechMarks.read(body, utterance.input());
                    } catch (JacksonException e) {
                        throw new UnreadableBody("no speech marks came");
                    }
                });
    }

    /// What came is not what was asked for.
    private static final class UnreadableBody extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableBody(String message) {
            super(message);
        }
    }

    @FunctionalInterface
    private interface BodyReader<T> {
        T of(byte[] body) throws UnreadableBody;
    }

    private <T> CallResult<T> call(SynthesizeSpeechRequest request, BodyReader<T> reader)
            throws InterruptedException {
        try {
            return succeeded(
                    polly.synthesizeSpeech(request, ResponseTransformer.toBytes()), reader);
        } catch (AbortedException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (AwsServiceException e) {
            return refused(e);
        } catch (SdkClientException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            return new CallResult.Busy<>(e.toString());
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

    private static <T> CallResult<T> succeeded(
            ResponseBytes<SynthesizeSpeechResponse> response, BodyReader<T> reader) {
        byte[] body = response.asByteArrayUnsafe();
        boolean cut =
                response.response()
                        .sdkHttpResponse()
                        .firstMatchingHeader("Content-Length")
                        .filter(length -> Long.parseLong(length) != body.length)
                        .isPresent();
        if (cut) {
            return new CallResult.Busy<>("the answer was cut off");
        }
        try {
            return new CallResult.Success<>(
                    reader.of(body), response.response().requestCharacters());
        } catch (UnreadableBody e) {
            return new CallResult.Busy<>(String.valueOf(e.getMessage()));
        }
    }

    private static <T> CallResult<T> refused(AwsServiceException e) {
        String code = errorCode(e);
        if (THROTTLED.contains(code) || e.statusCode() == 429 || e.statusCode() >= 500) {
            return new CallResult.Busy<>(e.statusCode() + " " + code);
        }
        if (e.statusCode() != 400 || code.isEmpty() || CONFIGURATION_ERRORS.contains(code)) {
            throw e;
        }
        return new CallResult.Refused<>(
                switch (code) {
                    case "TextLengthExceededException" -> CallResult.Reason.TEXT_TOO_LONG;
                    case "InvalidSsmlException", "SsmlMarksNotSupportedForTextTypeException" ->
                            CallResult.Reason.MARKUP_REJECTED;
                    case "EngineNotSupportedException", "LanguageNotSupportedException" ->
                            CallResult.Reason.VOICE_UNKNOWN;
                    default -> CallResult.Reason.TEXT_REJECTED;
                });
    }

    /// Empty where the answer has none: a load balancer, not Polly, has sent it.
    private static String errorCode(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    }
}
