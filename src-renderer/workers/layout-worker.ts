// ELK answers the messages of its page by itself as soon as it is loaded in a worker.
import 'elkjs/lib/elk-worker.min.js';
