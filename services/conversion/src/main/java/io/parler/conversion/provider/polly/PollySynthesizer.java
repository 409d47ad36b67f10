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
import io.parler.problem.UnavailableException;
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

/// Synthesizes with Amazon Polly.
public final class PollySynthesizer implements SpeechSynthesizer {
    /// Polly reports throttling as 400, not 429; only the error code tells (Polly, "Common
    /// Errors").
    private static final Set<String> THROTTLED =
            Set.of("ThrottlingException", "Throttling", "TooManyRequestsException");

    /// Errors of the role or the clock, which a user can't fix.
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
                        throw new UnreadableBody("the response has no MP3");
                    }
                });
    }

    /// Polly returns the times of words in a separate call, which is billed like the first.
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
                        return PollySpeechMarks.parse(body, utterance.input());
                    } catch (JacksonException e) {
                        throw new UnreadableBody("the response has no speech marks");
                    }
                });
    }

    /// The body is not of the requested format.
    private static final class UnreadableBody extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableBody(String message) {
            super(message);
        }
    }

    @FunctionalInterface
    private interface BodyParser<T> {
        T parse(byte[] body) throws UnreadableBody;
    }

    private <T> CallResult<T> call(SynthesizeSpeechRequest request, BodyParser<T> parser)
            throws InterruptedException {
        try {
            return succeeded(
                    polly.synthesizeSpeech(request, ResponseTransformer.toBytes()), parser);
        } catch (AbortedException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (AwsServiceException e) {
            return failed(e);
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
            ResponseBytes<SynthesizeSpeechResponse> response, BodyParser<T> parser) {
        byte[] body = response.asByteArrayUnsafe();
        try {
            return new CallResult.Success<>(
                    parser.parse(body), response.response().requestCharacters());
        } catch (UnreadableBody e) {
            return new CallResult.Busy<>(String.valueOf(e.getMessage()));
        }
    }

    private static <T> CallResult<T> failed(AwsServiceException e) {
        String code = errorCode(e);
        if (THROTTLED.contains(code) || e.statusCode() == 429 || e.statusCode() >= 500) {
            return new CallResult.Busy<>(e.statusCode() + " " + code);
        }
        if (e.statusCode() != 400 || code.isEmpty() || CONFIGURATION_ERRORS.contains(code)) {
            throw new UnavailableException("polly.SynthesizeSpeech", e);
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

    /// Empty if the response has none: it came from a load balancer, not from Polly.
    private static String errorCode(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    }
}
