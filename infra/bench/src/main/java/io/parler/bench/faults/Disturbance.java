package io.parler.bench.faults;

import io.parler.bench.suite.SuiteProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes one service after the other away for a while, and kills processes of functions.
final class Disturbance implements AutoCloseable {
    private final List<FaultyProxy> proxies;
    private final Duration outage;
    private final Thread outages;
    private final Thread kills;
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger killedWorkers = new AtomicInteger();

    /// @param outage how long each service is gone, and how long all are there in between
    /// @param killInterval the time from one kill to the next; zero for none
    static Disturbance start(
            SuiteProcess suite,
            List<FaultyProxy> proxies,
            VoiceCalls voiceCalls,
            Duration outage,
            Duration killInterval,
            long seed) {
        Disturbance disturbance =
                new Disturbance(suite, proxies, voiceCalls, outage, killInterval, seed);
        disturbance.outages.start();
        if (killInterval.isPositive()) {
            disturbance.kills.start();
        }
        return disturbance;
    }

    private Disturbance(
            SuiteProcess suite,
            List<FaultyProxy> proxies,
            VoiceCalls voiceCalls,
            Duration outage,
            Duration killInterval,
            long seed) {
        this.proxies = List.copyOf(proxies);
        this.outage = outage;
        this.outages = Thread.ofVirtual().name("outages").unstarted(this::takeAway);
        this.kills =
                Thread.ofVirtual()
                        .name("kills")
                        .unstarted(() -> kill(suite, voiceCalls, killInterval, new Random(seed)));
    }

    private void takeAway() {
        try {
            for (FaultyProxy proxy : proxies) {
                Thread.sleep(outage);
                proxy.plan().gone(true);
                Thread.sleep(outage);
                proxy.plan().gone(false);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(SuiteProcess suite, VoiceCalls voiceCalls, Duration interval, Random random) {
        try {
            while (true) {
                Thread.sleep(interval);
                List<ProcessHandle> functions = new ArrayList<>(suite.functionProcesses().toList());
                if (!functions.isEmpty()) {
                    ProcessHandle victim = functions.get(random.nextInt(functions.size()));
                    boolean isWorker = commandLine(victim).contains("ConversionWorker");
                    victim.destroyForcibly();
                    victim.onExit().join();
                    killed.incrementAndGet();
                    if (isWorker) {
                        killedWorkers.incrementAndGet();
                        voiceCalls.killed();
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    /// How many processes were killed.
    int killed() {
        return killed.get();
    }

    /// How many of them were workers.
    int killedWorkers() {
        return killedWorkers.get();
    }

    /// Waits until each service has been gone, and stops the kills. Calls still fail one by one.
    void awaitOutages() throws InterruptedException {
        outages.join();
        kills.interrupt();
        kills.join();
    }

    @Override
    public void close() {
        outages.interrupt();
        kills.interrupt();
    }
}
