package io.parler.conversion.aws;

import io.parler.conversion.Narration;
import io.parler.conversion.Speech;
import io.parler.conversion.Voice;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudio;
import io.parler.conversion.speech.Utterance;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechResponse;
import software.amazon.awssdk.services.polly.model.TextType;

/// Amazon Polly, one call at a time.
final class PollyVoice implements Voice {
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

    PollyVoice(PollyClient polly) {
        this.polly = polly;
    }

    @Override
    public Speech speak(Utterance utterance, Narration narration) throws InterruptedException {
        try {
            return spoken(
                    polly.synthesizeSpeech(
                            request(utterance, narration), ResponseTransformer.toBytes()));
        } catch (AbortedException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (AwsServiceException e) {
            return answered(e);
        } catch (SdkClientException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            return new Speech.Busy(e.toString());
        }
    }

    private static SynthesizeSpeechRequest request(Utterance utterance, Narration narration) {
        return SynthesizeSpeechRequest.builder()
                .text(utterance.input())
                .textType(
                        switch (utterance.form()) {
                            case TEXT -> TextType.TEXT;
                            case SSML -> TextType.SSML;
                        })
                .voiceId(narration.voice().id())
                .engine(narration.engine().id())
                .outputFormat(OutputFormat.MP3)
                .sampleRate(Integer.toString(narration.sampleRate()))
                .build();
    }

    private static Speech spoken(ResponseBytes<SynthesizeSpeechResponse> answer) {
        byte[] body = answer.asByteArrayUnsafe();
        boolean cut =
                answer.response()
                        .sdkHttpResponse()
                        .firstMatchingHeader("Content-Length")
                        .filter(length -> Long.parseLong(length) != body.length)
                        .isPresent();
        if (cut) {
            return new Speech.Busy("the audio was cut off");
        }
        try {
            return new Speech.Spoken(Mp3.of(body), answer.response().requestCharacters());
        } catch (UnreadableAudio e) {
            return new Speech.Busy("no MP3 came");
        }
    }

    private static Speech answered(AwsServiceException e) {
        String code = e.awsErrorDetails().errorCode();
        if (THROTTLED.contains(code) || e.statusCode() == 429 || e.statusCode() >= 500) {
            return new Speech.Busy(code);
        }
        if (e.statusCode() != 400 || OURS.contains(code)) {
            throw e;
        }
        return new Speech.Refused(
                switch (code) {
                    case "TextLengthExceededException" -> Speech.Reason.TEXT_TOO_LONG;
                    case "InvalidSsmlException", "SsmlMarksNotSupportedForTextTypeException" ->
                            Speech.Reason.MARKUP_REJECTED;
                    case "EngineNotSupportedException", "LanguageNotSupportedException" ->
                            Speech.Reason.VOICE_UNKNOWN;
                    default -> Speech.Reason.TEXT_REJECTED;
                });
    }
}
