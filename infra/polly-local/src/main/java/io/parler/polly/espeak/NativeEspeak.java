package io.parler.polly.espeak;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The espeak-ng library (`speak_lib.h`), loaded for one text. The length of its pauses depends on
/// earlier texts until it is unloaded. Loading it again takes 10 ms and makes the times
/// reproducible, so that marks and audio agree. Only one instance may exist at a time.
@SuppressWarnings("restricted")
final class NativeEspeak implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();

    /// `espeak_AUDIO_OUTPUT`: `espeak_Synth` returns when the text is finished.
    private static final int SYNCHRONOUS = 2;
    /// An option of `espeak_Initialize`: return an error instead of exiting when the data is
    /// missing.
    private static final int DONT_EXIT = 0x8000;
    /// `espeak_PARAMETER`.
    private static final int RATE = 1;
    private static final int PITCH = 3;
    /// `espeak_POSITION_TYPE`, and a flag of `espeak_Synth`.
    private static final int POS_CHARACTER = 1;
    private static final int CHARS_UTF8 = 1;
    /// The size of an `espeak_EVENT`, and the offsets of its fields.
    private static final long EVENT_BYTES = 40;
    private static final long EVENT_TYPE = 0;
    private static final long EVENT_POSITION = 8;
    private static final long EVENT_MILLIS = 16;
    /// `espeak_EVENT_TYPE`.
    private static final int LAST_EVENT = 0;
    private static final int WORD_EVENT = 1;

    private final Arena arena = Arena.ofConfined();
    private final SymbolLookup library;
    private final int sampleRate;
    private Listener listener = event -> {};
    private @Nullable IOException listenerFailure;

    /// Receives samples and words as they are synthesized.
    interface Listener {
        void on(SynthesisEvent event) throws IOException;
    }

    /// Throws an IllegalArgumentException if the library can't be loaded.
    NativeEspeak(Path path) {
        try {
            library = SymbolLookup.libraryLookup(path, arena);
            sampleRate = initialize();
        } catch (Throwable e) {
            arena.close();
            throw rethrow(e);
        }
    }

    int sampleRate() {
        return sampleRate;
    }

    private int initialize() throws Throwable {
        // Breath noise comes from random numbers: use the same ones each time.
        LINKER.downcallHandle(
                        LINKER.defaultLookup().findOrThrow("srand"),
                        FunctionDescriptor.ofVoid(JAVA_INT))
                .invokeExact(1);
        int rate =
                (int)
                        function("espeak_Initialize", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT)
                                .invokeExact(SYNCHRONOUS, 0, MemorySegment.NULL, DONT_EXIT);
        if (rate <= 0) {
            throw new IllegalArgumentException("espeak-ng does not find its data");
        }
        MethodHandle callback =
                MethodHandles.lookup()
                        .bind(
                                this,
                                "onSynthesis",
                                MethodType.methodType(
                                        int.class,
                                        MemorySegment.class,
                                        int.class,
                                        MemorySegment.class));
        LINKER.downcallHandle(
                        library.findOrThrow("espeak_SetSynthCallback"),
                        FunctionDescriptor.ofVoid(ADDRESS))
                .invokeExact(
                        LINKER.upcallStub(
                                callback,
                                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS),
                                arena));
        return rate;
    }

    private MethodHandle function(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                library.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /// Returns when the whole text is synthesized. Throws an IllegalArgumentException for a voice
    /// that espeak-ng does not have.
    void synthesize(SynthesisRequest request, Listener listener) throws IOException {
        this.listener = listener;
        MemorySegment text = arena.allocateFrom(request.text());
        MethodHandle setParameter = function("espeak_SetParameter", JAVA_INT, JAVA_INT, JAVA_INT);
        try {
            check(
                    (int)
                            function("espeak_SetVoiceByName", ADDRESS)
                                    .invokeExact(arena.allocateFrom(request.voice())),
                    request.voice());
            check((int) setParameter.invokeExact(RATE, request.wordsPerMinute(), 0), "the rate");
            check((int) setParameter.invokeExact(PITCH, request.pitch(), 0), "the pitch");
            check(
                    (int)
                            function(
                                            "espeak_Synth",
                                            ADDRESS,
                                            JAVA_LONG,
                                            JAVA_INT,
                                            JAVA_INT,
                                            JAVA_INT,
                                            JAVA_INT,
                                            ADDRESS,
                                            ADDRESS)
                                    .invokeExact(
                                            text,
                                            text.byteSize(),
                                            0,
                                            POS_CHARACTER,
                                            0,
                                            CHARS_UTF8,
                                            MemorySegment.NULL,
                                            MemorySegment.NULL),
                    "the text");
        } catch (Throwable e) {
            throw rethrow(e);
        }
        if (listenerFailure != null) {
            throw listenerFailure;
        }
    }

    /// The callback for samples and events; returns 1 to stop. An exception thrown from it would
    /// end the process.
    int onSynthesis(MemorySegment samples, int count, MemorySegment events) {
        try {
            if (count > 0 && !samples.equals(MemorySegment.NULL)) {
                listener.on(
                        new SynthesisEvent.Samples(
                                samples.reinterpret(2L * count).toArray(JAVA_BYTE)));
            }
            MemorySegment all = events.reinterpret(Long.MAX_VALUE);
            for (long event = 0;
                    all.get(JAVA_INT, event + EVENT_TYPE) != LAST_EVENT;
                    event += EVENT_BYTES) {
                if (all.get(JAVA_INT, event + EVENT_TYPE) == WORD_EVENT) {
                    int position = all.get(JAVA_INT, event + EVENT_POSITION) - 1;
                    listener.on(
                            new SynthesisEvent.Word(
                                    position, all.get(JAVA_INT, event + EVENT_MILLIS)));
                }
            }
            return 0;
        } catch (IOException e) {
            listenerFailure = e;
            return 1;
        }
    }

    @Override
    public void close() {
        try {
            int error = (int) function("espeak_Terminate").invokeExact();
            check(error, "the call to end");
        } catch (Throwable e) {
            throw rethrow(e);
        } finally {
            arena.close();
        }
    }

    private static void check(int error, String what) {
        if (error != 0) {
            throw new IllegalArgumentException("espeak-ng rejected " + what);
        }
    }

    private static RuntimeException rethrow(Throwable e) {
        return switch (e) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(e);
        };
    }
}
