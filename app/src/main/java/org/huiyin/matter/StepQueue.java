package org.huiyin.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.huiyin.matter.Desk.Equipment;

/**
 * Requests on their way to the writers. A matter always goes to the same writer, so that writers of one process never wait for each other's
 * locks and requests for one matter keep their order.
 */
final class StepQueue implements AutoCloseable {

    /** Callers beyond this wait; it bounds memory, not correctness. */
    private static final int CAPACITY = 20_000;

    /** A request and whoever waits for it. */
    record Waiting(StepRequest request, CompletableFuture<Outcome> answer) {}

    private final List<BlockingQueue<Waiting>> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    StepQueue(Equipment equipment, int writers) {
        for (int lane = 0; lane < writers; lane++) {
            BlockingQueue<Waiting> requests = new LinkedBlockingQueue<>(CAPACITY);
            lanes.add(requests);
            Writer writer = new Writer(equipment, lane, requests, () -> closing);
            threads.add(Thread.ofPlatform().name("desk-writer-" + lane).start(writer));
        }
    }

    CompletableFuture<Outcome> submit(StepRequest request) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        if (closing) {
            answer.completeExceptionally(new DeskFault("Huiyin is shutting down; ask again in a moment", null));
            return answer;
        }
        int hash = request.begins() ? request.scopedKey().hashCode() : Long.hashCode(request.matter());
        try {
            lanes.get(Math.floorMod(hash, lanes.size())).put(new Waiting(request, answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.completeExceptionally(new DeskFault("Interrupted before the step was asked for", e));
        }
        return answer;
    }

    @Override
    public void close() {
        closing = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
