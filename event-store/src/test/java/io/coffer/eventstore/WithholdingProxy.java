package io.coffer.eventstore;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/** Stands before PostgreSQL and keeps back what follows the Execute of an append, as a client does that was stopped. */
final class WithholdingProxy implements Closeable {

    private final CountDownLatch withheld = new CountDownLatch(1);
    private final ServerSocket door;
    private final int serverPort;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    WithholdingProxy(PGSimpleDataSource target) throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        serverPort = target.getPortNumbers()[0];
        dataSource.setPortNumbers(new int[] {door.getLocalPort()});
        dataSource.setUser(target.getUser());
        dataSource.setDatabaseName(target.getDatabaseName());
        dataSource.setSslMode("disable");
        dataSource.setGssEncMode("disable");
        Thread.ofVirtual().start(this::serve);
    }

    PGSimpleDataSource dataSource() {
        return dataSource;
    }

    CountDownLatch withheld() {
        return withheld;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException ended) {
                door.isClosed();
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            Thread.ofVirtual().start(() -> copy(server, client));
            toServer(client.getInputStream(), server.getOutputStream());
            // The rest goes nowhere, and both connections stay open until the test ends.
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            door.isClosed();
        }
    }

    // A message is a type byte and a length that counts itself; the first one has no type.
    private void toServer(InputStream client, OutputStream postgres) throws IOException {
        postgres.write(message(client, 0));
        boolean isAppend = false;
        while (true) {
            byte[] message = message(client, 1);
            postgres.write(message);
            postgres.flush();
            isAppend |= new String(message, StandardCharsets.ISO_8859_1).contains("CALL store.append");
            if (isAppend && message[0] == 'E') {
                withheld.countDown();
                return;
            }
        }
    }

    private static byte[] message(InputStream in, int lengthAt) throws IOException {
        byte[] head = in.readNBytes(lengthAt + Integer.BYTES);
        if (head.length < lengthAt + Integer.BYTES) {
            throw new IOException("client has gone");
        }
        int rest = ByteBuffer.wrap(head).getInt(lengthAt) - Integer.BYTES;
        return ByteBuffer.allocate(head.length + rest)
                .put(head)
                .put(in.readNBytes(rest))
                .array();
    }

    private static void copy(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            to.isClosed();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
