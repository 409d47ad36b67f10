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

/// The library of espeak-ng, loaded to say one text (its `speak_lib.h`). Its pauses follow what it
/// said before, which lasts until it is unloaded: loaded afresh, which takes it 10 ms, it says the
/// same text in the same time, and so marks and sound agree. There is one of these at a time.
@SuppressWarnings("restricted")
final class NativeEspeak implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();

    /// `espeak_AUDIO_OUTPUT`: `espeak_Synth` returns when all has been heard.
    private static final int SYNCHRONOUS = 2;
    /// An option of `espeak_Initialize`: without its data it fails and does not end the process.
    private static final int DONT_EXIT = 0x8000;
    /// `espeak_PARAMETER`.
    private static final int RATE = 1;
    private static final int PITCH = 3;
    /// `espeak_POSITION_TYPE`, and a flag of `espeak_Synth`.
    private static final int POS_CHARACTER = 1;
    private static final int CHARS_UTF8 = 1;
    /// An `espeak_EVENT`, and where in it its parts are.
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
    private Listener listener = reply -> {};
    private @Nullable IOException unheard;

    /// Takes the sound and the words as they are made.
    interface Listener {
        void hear(Reply reply) throws IOException;
    }

    /// Throws an IllegalArgumentException where it can't be loaded.
    NativeEspeak(Path path) {
        try {
            library = SymbolLookup.libraryLookup(path, arena);
            sampleRate = initialize();
        } catch (Throwable e) {
            arena.close();
            throw thrown(e);
        }
    }

    int sampleRate() {
        return sampleRate;
    }

    private int initialize() throws Throwable {
        // Breath is random numbers: the same ones each time.
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
        MethodHandle heard =
                MethodHandles.lookup()
                        .bind(
                                this,
                                "heard",
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
                                heard,
                                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS),
                                arena));
        return rate;
    }

    private MethodHandle function(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                library.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /// Says it all before it returns. Throws an IllegalArgumentException for a voice that espeak-ng
    /// does not have.
    void say(Ask ask, Listener listener) throws IOException {
        this.listener = listener;
        MemorySegment text = arena.allocateFrom(ask.text());
        MethodHandle setParameter = function("espeak_SetParameter", JAVA_INT, JAVA_INT, JAVA_INT);
        try {
            check(
                    (int)
                            function("espeak_SetVoiceByName", ADDRESS)
                                    .invokeExact(arena.allocateFrom(ask.voice())),
                    ask.voice());
            check((int) setParameter.invokeExact(RATE, ask.wordsPerMinute(), 0), "the rate");
            check((int) setParameter.invokeExact(PITCH, ask.pitch(), 0), "the pitch");
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
            throw thrown(e);
        }
        if (unheard != null) {
            throw unheard;
        }
    }

    /// Called back with sound, and with what happens in it; returns 1 to be called no more. What it
    /// threw would end the process.
    int heard(MemorySegment samples, int count, MemorySegment events) {
        try {
            if (count > 0 && !samples.equals(MemorySegment.NULL)) {
                listener.hear(new Reply.Sound(samples.reinterpret(2L * count).toArray(JAVA_BYTE)));
            }
            MemorySegment all = events.reinterpret(Long.MAX_VALUE);
            for (long event = 0;
                    all.get(JAVA_INT, event + EVENT_TYPE) != LAST_EVENT;
                    event += EVENT_BYTES) {
                if (all.get(JAVA_INT, event + EVENT_TYPE) == WORD_EVENT) {
                    int position = all.get(JAVA_INT, event + EVENT_POSITION) - 1;
                    listener.hear(
                            new Reply.Word(position, all.get(JAVA_INT, event + EVENT_MILLIS)));
                }
            }
            return 0;
        } catch (IOException e) {
            unheard = e;
            return 1;
        }
    }

    @Override
    public void close() {
        try {
            int error = (int) function("espeak_Terminate").invokeExact();
            check(error, "its end");
        } catch (Throwable e) {
            throw thrown(e);
        } finally {
            arena.close();
        }
    }

    private static void check(int error, String what) {
        if (error != 0) {
            throw new IllegalArgumentException("espeak-ng does not take " + what);
        }
    }

    private static RuntimeException thrown(Throwable e) {
        return switch (e) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(e);
        };
    }
}
