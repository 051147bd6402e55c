package io.coffer.platform.web;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Lets other requests run once an answer is out, before the connection is asked for its next request. Asked at once, it
 * never has one yet: the poller must watch it, be woken for that, and start another thread. With a processor to spare
 * this does nothing; without one the next request is there when this thread's turn comes again.
 */
record LetsOthersRun(Adapter requests) implements Adapter {

    static void on(Connector connector) {
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                var protocol = connector.getProtocolHandler();
                protocol.setAdapter(new LetsOthersRun(protocol.getAdapter()));
            }
        });
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it but who reads the next request.
    public void service(Request request, Response response) throws Exception {
        requests.service(request, response);
        Thread.yield();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return requests.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return requests.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        requests.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        requests.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return requests.getDomain();
    }
}
