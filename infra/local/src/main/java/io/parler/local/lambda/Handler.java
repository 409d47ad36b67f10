package io.parler.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.amazonaws.services.lambda.runtime.serialization.util.SerializeUtil;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;

/// A constructed handler that takes and returns bytes.
@FunctionalInterface
interface Handler {
    byte[] handle(byte[] payload, Context context) throws Exception;

    /// Constructs a handler by its name in the template: `package.Class` or
    /// `package.Class::handleRequest`.
    ///
    /// @throws Throwable whatever its constructor or static initializer threw
    static Handler construct(String name, ClassLoader loader) throws Throwable {
        int colons = name.indexOf("::");
        String className = colons < 0 ? name : name.substring(0, colons);
        if (colons >= 0 && !name.endsWith("::handleRequest")) {
            throw new IllegalArgumentException(
                    name
                            + ": only handlers that implement RequestHandler or RequestStreamHandler are supported");
        }
        Object handler;
        try {
            handler = Class.forName(className, true, loader).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } catch (ExceptionInInitializerError e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        return switch (handler) {
            case RequestStreamHandler streams -> ofStreams(streams);
            case RequestHandler<?, ?> objects -> ofObjects(objects, loader);
            default ->
                    throw new IllegalArgumentException(
                            className + " is neither a RequestHandler nor a RequestStreamHandler");
        };
    }

    private static Handler ofStreams(RequestStreamHandler handler) {
        return (payload, context) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(payload), out, context);
            return out.toByteArray();
        };
    }

    @SuppressWarnings("unchecked") // the types are those that the class declares
    private static Handler ofObjects(RequestHandler<?, ?> handler, ClassLoader loader) {
        Type[] types = declaredTypes(handler.getClass());
        PojoSerializer<Object> input = serializer(types[0], loader);
        PojoSerializer<Object> output = serializer(types[1], loader);
        RequestHandler<Object, Object> objects = (RequestHandler<Object, Object>) handler;
        return (payload, context) -> {
            Object request = input.fromJson(new ByteArrayInputStream(payload));
            Object answer = objects.handleRequest(request, context);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            output.toJson(answer, out);
            return out.toByteArray();
        };
    }

    /// The types `I` and `O` of `RequestHandler<I, O>`, from the declared interface or the
    /// `handleRequest` method that is not a bridge.
    private static Type[] declaredTypes(Class<?> handler) {
        for (Class<?> c = handler; c != null; c = c.getSuperclass()) {
            for (Type type : c.getGenericInterfaces()) {
                if (type instanceof ParameterizedType p && p.getRawType() == RequestHandler.class) {
                    return p.getActualTypeArguments();
                }
            }
        }
        for (Method method : handler.getMethods()) {
            if (method.getName().equals("handleRequest")
                    && !method.isBridge()
                    && method.getParameterCount() == 2) {
                return new Type[] {
                    method.getGenericParameterTypes()[0], method.getGenericReturnType()
                };
            }
        }
        return new Type[] {Object.class, Object.class};
    }

    /// Chosen as in the runtime interface client: AWS's event types have their own serializers.
    @SuppressWarnings("unchecked") // a serializer reads and writes one type
    private static PojoSerializer<Object> serializer(Type type, ClassLoader loader) {
        if (type instanceof Class<?> event
                && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            return (PojoSerializer<Object>) eventSerializer(event, loader);
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }

    /// The library is made for one function per process: it caches classes by name only, so with a
    /// second function it would use the first one's event types.
    private static PojoSerializer<?> eventSerializer(Class<?> event, ClassLoader loader) {
        synchronized (Handler.class) {
            try {
                Field loaded = SerializeUtil.class.getDeclaredField("cachedClasses");
                loaded.setAccessible(true);
                ((Map<?, ?>) Objects.requireNonNull(loaded.get(null))).clear();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("unexpected version of aws-lambda-java-serialization", e);
            }
            return LambdaEventSerializers.serializerFor(event, loader);
        }
    }
}
